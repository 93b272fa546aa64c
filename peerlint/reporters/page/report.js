"use strict";
(() => {
  const boxes = [...document.querySelectorAll("#filters input")];
  const cards = [...document.querySelectorAll(".card")];
  const hits = [...document.querySelectorAll(".hit")];
  const wanted = (name) => new Set(boxes.filter((box) => box.checked && box.dataset[name]).map((box) => box.dataset[name]));
  const filter = () => {
    const severities = wanted("severity");
    const categories = wanted("category");
    for (const card of cards) {
      card.hidden = !severities.has(card.dataset.severity) || !categories.has(card.dataset.category);
    }
    for (const hit of hits) {
      const off = !document.getElementById(hit.getAttribute("popovertarget")).querySelector(".card:not([hidden])");
      hit.classList.toggle("off", off);
      hit.disabled = off;
    }
    const shown = cards.filter((card) => !card.hidden).length;
    document.getElementById("shown").textContent = `${shown} of ${cards.length} shown`;
  };
  for (const box of boxes) box.addEventListener("change", filter);
})();

"""A small grammar that writes trees in the genre: bullets, policy and plan sentences, headings."""

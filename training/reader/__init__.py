"""Train and judge the second reader (`peerlint.learned`)."""

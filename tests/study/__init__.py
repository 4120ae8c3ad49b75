"""How often our intervals hold the truth, and how often our rules are wrong, by simulation at the sizes of a network of 15 teams."""

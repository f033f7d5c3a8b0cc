"""Where things lie in each chart, in user units of its SVG; the templates draw them."""

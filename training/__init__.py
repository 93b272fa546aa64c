"""Training of the English pipeline that ships inside peerlint."""

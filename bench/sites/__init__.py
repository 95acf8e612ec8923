"""`make bench`: what a site of the same short guides costs with us and with other generators."""

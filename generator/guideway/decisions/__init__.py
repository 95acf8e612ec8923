"""Routes and runs: where answers lead, proven for all of them."""

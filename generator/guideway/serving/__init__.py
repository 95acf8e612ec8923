"""What a server says with the files of a site: one table, whoever serves them."""

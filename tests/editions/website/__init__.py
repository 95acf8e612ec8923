"""The website as it is published: files, servers, weights, what is kept and what is sent."""

"""What people are told of content, and what is mended of it."""

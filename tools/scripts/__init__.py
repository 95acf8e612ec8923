"""What the scripts of our pages are held to: eslint, and the types they name in JSDoc."""

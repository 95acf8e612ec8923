"""What measures is right itself."""

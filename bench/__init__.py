"""What is measured, side by side with what others do; see README.md."""

"""What has changed for readers."""

"""What has changed for readers between two states of content: pages, answers, facts, relations."""

"""What people are told: what is wrong, what to review, related pages, paths, pages about rules."""

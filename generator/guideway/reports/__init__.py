"""What people are told: problems, reviews, related pages, paths of decisions, pages about rules."""

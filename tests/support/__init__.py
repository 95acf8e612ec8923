"""What tests share: projects to build in, browsers, servers, checkers, readers of pages."""

"""Style sheets, scripts and HTML that editions share."""

"""What editions share: HTML, links, style sheets and scripts, the files of a site."""

"""What others need to show our pages on their sites: frames, oEmbed, HTML to paste, data."""

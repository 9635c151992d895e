"""Files that other programs read: calendars to subscribe to, and the feed of what is new."""

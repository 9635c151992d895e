"""New records: their text with Russian comments, what is known of them before anybody asks."""

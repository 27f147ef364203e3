"""What only a new mentor's conversation has."""

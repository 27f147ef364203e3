"""What only a workshop with a group has."""

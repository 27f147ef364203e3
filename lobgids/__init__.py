"""lobgids: a conversational guide in the terminal for LOB, career orientation and guidance in Dutch schools."""

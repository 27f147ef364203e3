"""The pages of the projector's screen: which there are, and how they are drawn."""

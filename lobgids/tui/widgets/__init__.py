"""The widgets that screens share; they know the protocol and nothing of the engine."""

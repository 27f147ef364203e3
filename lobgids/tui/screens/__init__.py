"""The screens: start, chat and projector, and the sheets that open over them."""

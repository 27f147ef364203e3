"""The frozen structures of the content, a file a subject.

A file `content/NAME.yaml` holds the field NAME of `KnowledgeBase`; a folder `content/NAME/` holds one entry a file, or
a file for each track (see `files`).
All structures are frozen: content never changes while a conversation runs.
"""

"""The frozen structures of the content, a file for each subject.

A file `content/NAME.yaml` holds the field NAME of `KnowledgeBase`; a folder `content/NAME/` holds an entry per file, or
a file per track (see `files`). All structures are frozen: content never changes while a conversation runs.
"""

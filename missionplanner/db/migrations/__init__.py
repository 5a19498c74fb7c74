"""Carry workspaces of earlier schemas forward, by Alembic."""

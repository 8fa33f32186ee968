"""Pictures, data and citations that leave the application."""

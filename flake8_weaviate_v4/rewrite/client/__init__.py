"""Clients, their connection and services, and names that moved."""

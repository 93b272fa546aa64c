"""The language server: findings while somebody writes."""

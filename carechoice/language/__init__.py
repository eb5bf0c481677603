"""Text in one language: sentences, numbers, money, dates."""

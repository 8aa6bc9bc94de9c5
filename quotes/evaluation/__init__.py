"""Found attributions against those marked by hand: what is compared, and the measures."""

from quotes.evaluation.letters import AGREES, content_letters, iou, letters

__all__ = ["AGREES", "content_letters", "iou", "letters"]

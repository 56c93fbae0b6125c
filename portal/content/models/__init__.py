"""What every page of the portal is made of: the abstract page, pictures, files."""

from __future__ import annotations

from portal.content.models.documents import PortalDocument
from portal.content.models.generation import Generation
from portal.content.models.images import PortalImage, PortalRendition
from portal.content.models.page import PortalPage

__all__ = ["Generation", "PortalDocument", "PortalImage", "PortalPage", "PortalRendition"]

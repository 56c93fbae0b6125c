"""How many times one address may send a form. Counted in the cache, under a hash that changes each day."""

from __future__ import annotations

import ipaddress
import logging

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

TOO_MANY = (
    "Plusieurs envois viennent d’arriver de votre connexion. Votre texte est gardé\u00a0: renvoyez-le dans dix minutes."
)
TOO_MANY_FOR_ALL = "Beaucoup de messages arrivent en ce moment. Votre texte est gardé\u00a0: revenez dans une heure."
PERIOD_SECONDS = 600


def is_over_limit(form_name: str, request: HttpRequest) -> bool:
    """Counts one more sending. A cache that is down stops nobody: the limit for all, in the database, remains."""
    key = f"public-form:{form_name}:{address_hash(request)}"
    try:
        cache.add(key, 0, PERIOD_SECONDS)
        return bool(cache.incr(key) > settings.PUBLIC_FORM_LIMIT_PER_ADDRESS)
    except Exception:
        # Whatever a cache raises when it is down; a citizen’s message matters more.
        logger.warning("the cache does not answer: %s is received without a limit for each address", form_name)
        return False


def address_hash(request: HttpRequest) -> str:
    """The visitor’s network, hashed with the site’s key and the day: it cannot be read back nor followed."""
    network = _network(client_address(request))
    return salted_hmac("portal.public_forms.address", f"{timezone.now():%Y-%m-%d} {network}").hexdigest()[:32]


def client_address(request: HttpRequest) -> str:
    """What the outermost proxy of ours saw. X-Forwarded-For counts only as far as TRUSTED_PROXIES goes."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.TRUSTED_PROXIES:
        return address
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return seen[-settings.TRUSTED_PROXIES] if len(seen) >= settings.TRUSTED_PROXIES else address


def _network(address: str) -> str:
    """The address itself, or the /64 of an IPv6 one, which a household has to itself."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network(f"{parsed}/64", strict=False)) if parsed.version == 6 else str(parsed)

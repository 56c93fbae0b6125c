"""How Wagtail edits an object: the same form for a page, a snippet, a setting, an image, a document or an account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import DraftStateMixin, Page, PageSubscription

from portal.coediting.accounts.forms import ExistingAccountForm


def is_file(instance: Any) -> bool:
    return isinstance(instance, (get_image_model(), get_document_model()))


def is_account(instance: Any) -> bool:
    return isinstance(instance, get_user_model())


def edit_handler_of(instance: Any) -> Any:
    if isinstance(instance, AbstractSetting):
        return get_setting_edit_handler(type(instance))
    return instance.get_edit_handler()


def build_form(instance: Any, user: Any, data: Any = None) -> Any:
    """The edit form of an object, bound to what was typed when `data` is given."""
    if is_account(instance):
        return ExistingAccountForm(data, instance=instance, manager=user)
    if is_file(instance):
        get_form = get_image_form if isinstance(instance, get_image_model()) else get_document_form
        return get_form(type(instance))(data, instance=instance, user=user)
    form_class = edit_handler_of(instance).get_form_class()
    options: dict[str, Any] = {"instance": instance}
    if issubclass(form_class, WagtailAdminModelForm):
        options["for_user"] = user
    if isinstance(instance, Page):
        subscription = PageSubscription.objects.filter(page=instance, user=user).first()
        options["subscription"] = subscription or PageSubscription(page=instance, user=user)
        options["parent_page"] = instance.get_parent()
    return form_class(data, **options)


def newest_version(instance: Any) -> Any:
    """The object as whoever opens its editor now would find it."""
    model = Page if isinstance(instance, Page) else type(instance)
    row = model._base_manager.get(pk=instance.pk)
    return row.get_latest_revision_as_object() if isinstance(row, DraftStateMixin) else row


def lock(instance: Any) -> None:
    """Keeps others from saving the object until the transaction ends."""
    model = Page if isinstance(instance, Page) else type(instance)
    model._base_manager.select_for_update().get(pk=instance.pk)

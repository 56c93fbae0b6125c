"""Gives the groups of a portal that already stands what the table of roles says. A new one gets them from setup_portal."""

from django.apps import apps as current_apps
from django.db import migrations
from django.db.models.signals import post_migrate


def repair_when_migrated(apps, schema_editor):
    """The permissions of new models are made after the last migration, so the repair waits for them: it then works on
    the schema as it will be, whichever release the portal comes from."""
    if not apps.get_model("twinning", "City").objects.exists():
        return
    last = [config for config in current_apps.get_app_configs() if config.models_module][-1]
    post_migrate.connect(repair, sender=last, weak=False, dispatch_uid="coediting.repair_roles")


def repair(sender, verbosity=1, **kwargs):
    from portal.coediting.roles import ensure_roles

    post_migrate.disconnect(sender=sender, dispatch_uid="coediting.repair_roles")
    for line in ensure_roles():
        if verbosity:
            print(line)


class Migration(migrations.Migration):
    dependencies = [
        ("coediting", "0002_initial"),
        ("twinning", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(repair_when_migrated, migrations.RunPython.noop)]

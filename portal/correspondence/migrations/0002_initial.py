import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('correspondence', '0001_initial'),
        ('twinning', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='contactmessage',
            name='city',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville'),
        ),
        migrations.AddField(
            model_name='contactmessage',
            name='handled_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='city',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='handled_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='page',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL),
        ),
        migrations.AddConstraint(
            model_name='contactmessage',
            constraint=models.UniqueConstraint(fields=('submission', 'city'), name='contactmessage_received_once'),
        ),
        migrations.AddConstraint(
            model_name='errorreport',
            constraint=models.UniqueConstraint(fields=('submission', 'city'), name='errorreport_received_once'),
        ),
    ]

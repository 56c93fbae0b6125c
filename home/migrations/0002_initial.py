import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('content', '0001_initial'),
        ('home', '0001_initial'),
        ('twinning', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='cooperationpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='homepage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='homepage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='lexiconpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='lexiconpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='standardpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='standardpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='timelinepage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='timelinepage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
    ]

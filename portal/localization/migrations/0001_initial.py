import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SegmentDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.TextField()),
                ('source_text', models.TextField()),
                ('text', models.TextField()),
                ('state', models.CharField(choices=[('identical', 'identique'), ('adapted', 'adaptée'), ('assumed', 'écart assumé'), ('reopened', 'rouverte')], max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
                ('reviewer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='segment_decisions', to=settings.AUTH_USER_MODEL)),
                ('translation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='segment_decisions', to='wagtail_localize.translation')),
            ],
            options={
                'verbose_name': 'décision sur un segment',
                'verbose_name_plural': 'décisions sur les segments',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['translation', 'id'], name='decision_by_translation')],
            },
        ),
    ]

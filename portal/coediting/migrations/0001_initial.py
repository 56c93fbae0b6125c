import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CityApprovalTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
            ],
            options={
                'verbose_name': 'clé d’une ville',
                'verbose_name_plural': 'clés des villes',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='CityKey',
            fields=[
                ('taskstate_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.taskstate')),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name': 'clé',
                'verbose_name_plural': 'clés',
            },
            bases=('wagtailcore.taskstate',),
        ),
        migrations.CreateModel(
            name='EmergencyPublication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('reason', models.TextField(verbose_name='motif')),
                ('published_at', models.DateTimeField(auto_now_add=True)),
                ('settled_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'verbose_name': 'publication d’urgence',
                'verbose_name_plural': 'publications d’urgence',
                'ordering': ['-published_at'],
            },
        ),
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('submitted', 'une page attend la clé de ma ville'), ('key_given', 'une ville a donné sa clé à ma page'), ('refused', 'ma page m’est renvoyée avec un commentaire'), ('published', 'ma page est publiée'), ('variant_to_review', 'une variante attend ma relecture'), ('variant_late', 'l’origine d’une variante publiée a changé'), ('mentioned', 'un commentaire me nomme ou répond au mien')], max_length=20)),
                ('comment', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('waiting', 'à envoyer'), ('sending', 'envoi commencé'), ('sent', 'envoyé'), ('dropped', 'sans objet'), ('failed', 'abandonné après plusieurs essais')], default='waiting', max_length=20)),
                ('claim', models.UUIDField(null=True)),
                ('not_before', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('error', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'avis par courriel',
                'verbose_name_plural': 'avis par courriel',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='NotificationPreference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('submitted', 'une page attend la clé de ma ville'), ('key_given', 'une ville a donné sa clé à ma page'), ('refused', 'ma page m’est renvoyée avec un commentaire'), ('published', 'ma page est publiée'), ('variant_to_review', 'une variante attend ma relecture'), ('variant_late', 'l’origine d’une variante publiée a changé'), ('mentioned', 'un commentaire me nomme ou répond au mien')], max_length=20, verbose_name='évènement')),
                ('pace', models.CharField(choices=[('immediately', 'tout de suite'), ('daily', 'une fois par jour, en un seul courriel'), ('never', 'jamais')], default='immediately', max_length=20, verbose_name='quand')),
            ],
            options={
                'verbose_name': 'préférence de courriel',
                'verbose_name_plural': 'préférences de courriel',
            },
        ),
    ]

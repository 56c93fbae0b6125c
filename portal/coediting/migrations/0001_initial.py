import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'avis par courriel',
                'verbose_name_plural': 'avis par courriel',
                'ordering': ['pk'],
            },
        ),
    ]

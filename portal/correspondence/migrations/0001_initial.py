import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ContactMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('submission', models.CharField(editable=False, max_length=32, verbose_name='envoi')),
                ('variant', models.CharField(choices=[('fr-ca', 'Français du Québec'), ('fr-fr', 'Français de France')], max_length=10, verbose_name='écrit depuis')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                ('text', models.TextField(verbose_name='message')),
                ('state', models.CharField(choices=[('to_handle', 'à traiter'), ('handled', 'traité')], default='to_handle', max_length=20, verbose_name='état')),
                ('received_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='reçu le')),
                ('mailed_at', models.DateTimeField(editable=False, null=True, verbose_name='transmis le')),
                ('handled_at', models.DateTimeField(editable=False, null=True, verbose_name='traité le')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='nom')),
                ('is_to_both_cities', models.BooleanField(default=False, verbose_name='adressé aux deux villes')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages reçus',
                'ordering': ['-received_at', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ErrorReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('submission', models.CharField(editable=False, max_length=32, verbose_name='envoi')),
                ('variant', models.CharField(choices=[('fr-ca', 'Français du Québec'), ('fr-fr', 'Français de France')], max_length=10, verbose_name='écrit depuis')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                ('text', models.TextField(verbose_name='message')),
                ('state', models.CharField(choices=[('to_handle', 'à traiter'), ('handled', 'traité')], default='to_handle', max_length=20, verbose_name='état')),
                ('received_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='reçu le')),
                ('mailed_at', models.DateTimeField(editable=False, null=True, verbose_name='transmis le')),
                ('handled_at', models.DateTimeField(editable=False, null=True, verbose_name='traité le')),
                ('page_address', models.CharField(max_length=500, verbose_name='page concernée')),
            ],
            options={
                'verbose_name': 'erreur signalée',
                'verbose_name_plural': 'erreurs signalées',
                'ordering': ['-received_at', '-pk'],
                'abstract': False,
            },
        ),
    ]

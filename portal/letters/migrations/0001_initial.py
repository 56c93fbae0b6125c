import django.utils.timezone
import portal.letters.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Follower',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='adresse électronique')),
                ('variant', models.CharField(choices=[('fr-ca', 'Français du Québec'), ('fr-fr', 'Français de France')], max_length=10, verbose_name='variante')),
                ('frequency', models.CharField(choices=[('weekly', 'Une lettre par semaine'), ('at_once', 'Dès qu’une page paraît')], default='weekly', max_length=10, verbose_name='fréquence')),
                ('state', models.CharField(choices=[('pending', 'à confirmer'), ('confirmed', 'confirmée'), ('left', 'désabonnée'), ('bounced', 'injoignable')], default='pending', max_length=10, verbose_name='état')),
                ('key', models.CharField(default=portal.letters.models.new_key, editable=False, max_length=32, verbose_name='clé des liens')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='demandée le')),
                ('written_to_at', models.DateTimeField(null=True, verbose_name='dernier courrier de confirmation')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='confirmée le')),
                ('told_at', models.DateTimeField(null=True, verbose_name='dernière lettre')),
                ('left_at', models.DateTimeField(null=True, verbose_name='désabonnée le')),
            ],
            options={
                'verbose_name': 'abonnement',
                'verbose_name_plural': 'abonnements',
            },
        ),
        migrations.CreateModel(
            name='ToldPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page_key', models.UUIDField(verbose_name='clé de la page')),
                ('written_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='inscrite le')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='remise le')),
            ],
            options={
                'verbose_name': 'page annoncée',
                'verbose_name_plural': 'pages annoncées',
            },
        ),
    ]

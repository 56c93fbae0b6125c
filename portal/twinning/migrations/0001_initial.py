import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('content', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CooperationAxis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Le même des deux côtés.', max_length=100, unique=True, verbose_name='nom')),
                ('slug', models.SlugField(unique=True, verbose_name='identifiant')),
                ('sort_order', models.PositiveSmallIntegerField(default=0, verbose_name='ordre')),
                ('summary_fr_ca', models.TextField(blank=True, verbose_name='résumé, français du Québec')),
                ('summary_fr_fr', models.TextField(blank=True, verbose_name='résumé, français de France')),
            ],
            options={
                'verbose_name': 'axe de coopération',
                'verbose_name_plural': 'axes de coopération',
                'ordering': ['sort_order', 'name'],
            },
        ),
        migrations.CreateModel(
            name='FundingProgramme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True, verbose_name='nom')),
                ('acronym', models.CharField(blank=True, max_length=20, verbose_name='sigle')),
                ('slug', models.SlugField(unique=True, verbose_name='identifiant')),
                ('website', models.URLField(blank=True, verbose_name='site')),
                ('summary_fr_ca', models.TextField(blank=True, verbose_name='résumé, français du Québec')),
                ('summary_fr_fr', models.TextField(blank=True, verbose_name='résumé, français de France')),
            ],
            options={
                'verbose_name': 'programme de financement',
                'verbose_name_plural': 'programmes de financement',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='City',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='nom')),
                ('slug', models.SlugField(help_text='Ne change plus une fois la ville créée.', unique=True, verbose_name='identifiant')),
                ('country', models.CharField(choices=[('CA', 'Canada (Québec)'), ('FR', 'France')], max_length=2, verbose_name='pays')),
                ('locale_code', models.CharField(choices=[('fr-ca', 'Français du Québec'), ('fr-fr', 'Français de France')], help_text='Le français que la ville écrit.', max_length=10, unique=True, verbose_name='variante')),
                ('time_zone', models.CharField(choices=[('America/Toronto', 'America/Toronto'), ('Europe/Paris', 'Europe/Paris')], max_length=40, verbose_name='fuseau horaire')),
                ('latitude', models.DecimalField(decimal_places=5, max_digits=8, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)])),
                ('longitude', models.DecimalField(decimal_places=5, max_digits=8, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)])),
                ('colour', models.CharField(choices=[('serpentine', 'vert serpentine'), ('ochre', 'rouge ocre')], max_length=20, verbose_name='couleur')),
                ('website', models.URLField(blank=True, verbose_name='site de la ville')),
                ('contact_email', models.EmailField(blank=True, help_text='Tant qu’elle est vide, le courrier arrive à chaque personne de la rédaction.', max_length=254, verbose_name='adresse où arrive le courrier des citoyens')),
                ('answer_within_days', models.PositiveSmallIntegerField(default=10, help_text='En jours ouvrables. Dit à qui écrit à la ville.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(90)], verbose_name='délai de réponse annoncé')),
                ('account_managers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='manages_accounts_for', to='auth.group', verbose_name='gestion des comptes')),
                ('approvers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approves_for', to='auth.group', verbose_name='approbation')),
                ('collection', models.ForeignKey(blank=True, editable=False, help_text='Où la ville range ses images et ses documents.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('editors', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='edits_for', to='auth.group', verbose_name='rédaction')),
                ('reviewers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews_for', to='auth.group', verbose_name='révision des variantes')),
            ],
            options={
                'verbose_name': 'ville jumelée',
                'verbose_name_plural': 'villes jumelées',
                'ordering': ['locale_code'],
            },
        ),
        migrations.CreateModel(
            name='CallForProjects',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('period', models.CharField(help_text='Par exemple 2023-2024.', max_length=20, verbose_name='période financée')),
                ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouverture')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='clôture')),
                ('website', models.URLField(blank=True, verbose_name='règlement')),
                ('programme', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls', to='twinning.fundingprogramme')),
            ],
            options={
                'verbose_name': 'appel à projets',
                'verbose_name_plural': 'appels à projets',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TwinningAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='nom')),
                ('slug', models.SlugField(unique=True, verbose_name='identifiant')),
                ('state', models.CharField(choices=[('exploration', 'en exploration'), ('negotiation', 'en négociation'), ('signed', 'signée'), ('ended', 'arrivée à son terme')], default='exploration', max_length=20, verbose_name='état')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='signée le')),
                ('summary_fr_ca', models.TextField(blank=True, verbose_name='résumé, français du Québec')),
                ('summary_fr_fr', models.TextField(blank=True, verbose_name='résumé, français de France')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='twinning_agreements', to='content.portaldocument', verbose_name='texte signé')),
                ('parties', modelcluster.fields.ParentalManyToManyField(related_name='agreements', to='twinning.city', verbose_name='villes')),
            ],
            options={
                'verbose_name': 'entente ou convention de jumelage',
                'verbose_name_plural': 'ententes et conventions de jumelage',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='AgreementStage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label_fr_ca', models.CharField(max_length=200, verbose_name='intitulé, français du Québec')),
                ('label_fr_fr', models.CharField(max_length=200, verbose_name='intitulé, français de France')),
                ('happened_on', models.DateField(blank=True, help_text='Laissez vide pour une étape à venir.', null=True, verbose_name='date')),
                ('precision', models.CharField(choices=[('day', 'au jour près'), ('month', 'au mois près'), ('year', 'à l’année près')], default='day', max_length=10, verbose_name='précision')),
                ('agreement', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='twinning.twinningagreement')),
            ],
            options={
                'verbose_name': 'étape',
                'verbose_name_plural': 'étapes',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]

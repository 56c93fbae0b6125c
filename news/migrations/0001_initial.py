import django.core.validators
import django.db.models.deletion
import news.models.news
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='DelegationDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label', models.CharField(blank=True, max_length=150, verbose_name='intitulé')),
            ],
            options={
                'verbose_name': 'document',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DelegationFunding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('amount', models.DecimalField(blank=True, decimal_places=2, help_text='Laissez vide si le montant n’est pas public.', max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='montant')),
                ('currency', models.CharField(choices=[('CAD', 'dollars canadiens'), ('EUR', 'euros')], default='CAD', max_length=3, verbose_name='monnaie')),
                ('origin_share_percent', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='part de la ville qui part (%)')),
                ('host_share_percent', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='part de la ville qui reçoit (%)')),
            ],
            options={
                'verbose_name': 'financement',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DelegationIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
            ],
            options={
                'verbose_name': 'liste des délégations',
                'verbose_name_plural': 'listes des délégations',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DelegationMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=150, verbose_name='nom')),
                ('office', models.CharField(blank=True, help_text='Telle que la personne la porte.', max_length=200, verbose_name='fonction')),
            ],
            options={
                'verbose_name': 'membre',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DelegationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
                ('starts_on', models.DateField(verbose_name='premier jour')),
                ('ends_on', models.DateField(verbose_name='dernier jour')),
                ('event_name', models.CharField(blank=True, help_text='S’il y en a un, son nom officiel.', max_length=200, verbose_name='évènement')),
                ('event_url', models.URLField(blank=True, verbose_name='site de l’évènement')),
                ('objectives', wagtail.fields.RichTextField(blank=True, verbose_name='objectifs')),
                ('outcomes', wagtail.fields.RichTextField(blank=True, verbose_name='ce que la mission a donné')),
                ('next_steps', wagtail.fields.RichTextField(blank=True, verbose_name='la suite')),
                ('pictures', wagtail.fields.StreamField([('picture', 2), ('gallery', 4)], blank=True, block_lookup={0: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Image'}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Légende', 'max_length': 250, 'required': False}), 2: ('wagtail.blocks.StructBlock', [[('image', 0), ('caption', 1)]], {}), 3: ('wagtail.blocks.ListBlock', (2,), {'label': 'Images', 'max_num': 24, 'min_num': 2}), 4: ('wagtail.blocks.StructBlock', [[('pictures', 3)]], {})}, verbose_name='images')),
            ],
            options={
                'verbose_name': 'délégation',
                'verbose_name_plural': 'délégations',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DelegationStop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('day_on', models.DateField(blank=True, help_text='Laissez vide si le jour n’est pas connu.', null=True, verbose_name='jour')),
                ('starts_at', models.TimeField(blank=True, help_text='Heure de la ville qui reçoit.', null=True, verbose_name='de')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='à')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='lieu')),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='en bref')),
            ],
            options={
                'verbose_name': 'étape',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InstitutionContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=150, verbose_name='nom')),
                ('office', models.CharField(blank=True, max_length=200, verbose_name='fonction')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                ('telephone', models.CharField(blank=True, max_length=30, verbose_name='téléphone')),
            ],
            options={
                'verbose_name': 'personne à joindre',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InstitutionIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
            ],
            options={
                'verbose_name': 'annuaire des institutions',
                'verbose_name_plural': 'annuaires des institutions',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='InstitutionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
                ('kind', models.CharField(choices=[('city_hall', 'hôtel de ville'), ('agglomeration', 'agglomération'), ('research_centre', 'centre de recherche'), ('college', 'établissement d’enseignement'), ('ministry', 'ministère'), ('company', 'entreprise'), ('association', 'association')], max_length=20, verbose_name='nature')),
                ('acronym', models.CharField(blank=True, max_length=20, verbose_name='sigle')),
                ('other_names', models.CharField(blank=True, help_text='Autres façons de la nommer, séparées par des virgules. Servent à la reconnaître dans un communiqué.', max_length=250, verbose_name='autres noms')),
                ('address', models.TextField(blank=True, help_text='Telle qu’on l’écrit sur place.', max_length=300, verbose_name='adresse')),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)])),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)])),
                ('website', models.URLField(blank=True, verbose_name='site')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                ('telephone', models.CharField(blank=True, max_length=30, verbose_name='téléphone')),
                ('body', wagtail.fields.StreamField([('text', 0), ('quote', 4), ('picture', 7), ('gallery', 9), ('document', 12), ('call_out', 15), ('key_figures', 20), ('link_list', 25), ('kept_data', 26)], blank=True, block_lookup={0: ('portal.content.blocks.text.TextBlock', (), {}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'Les mots exacts, sans guillemets. Ils ne changent pas d’une variante à l’autre.', 'label': 'Citation'}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Personne citée', 'max_length': 150}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Telle que la personne la porte.', 'label': 'Fonction', 'max_length': 200, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 1), ('speaker', 2), ('office', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Image'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Légende', 'max_length': 250, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Images', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('pictures', 8)]], {}), 10: ('portal.content.blocks.media.FileChooserBlock', (), {'label': 'Document'}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Intitulé', 'max_length': 150}), 12: ('wagtail.blocks.StructBlock', [[('document', 10), ('label', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'Titre', 'max_length': 120, 'required': False}), 14: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ul'], 'label': 'Texte'}), 15: ('wagtail.blocks.StructBlock', [[('heading', 13), ('text', 14)]], {}), 16: ('wagtail.blocks.CharBlock', (), {'label': 'Chiffre', 'max_length': 20}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Ce qu’il compte', 'max_length': 120}), 18: ('wagtail.blocks.StructBlock', [[('value', 16), ('label', 17)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'label': 'Chiffres', 'max_num': 6, 'min_num': 1}), 20: ('wagtail.blocks.StructBlock', [[('figures', 19)]], {}), 21: ('portal.content.blocks.links.LinkedPageChooserBlock', (), {'label': 'Page du portail', 'required': False}), 22: ('wagtail.blocks.URLBlock', (), {'label': 'Adresse d’un autre site', 'required': False}), 23: ('wagtail.blocks.StructBlock', [[('label', 11), ('page', 21), ('url', 22)]], {}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Liens', 'min_num': 1}), 25: ('wagtail.blocks.StructBlock', [[('heading', 13), ('links', 24)]], {}), 26: ('portal.content.blocks.kept_data.KeptDataBlock', (), {})}, verbose_name='présentation')),
            ],
            options={
                'verbose_name': 'institution partenaire',
                'verbose_name_plural': 'institutions partenaires',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='NewsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
            ],
            options={
                'verbose_name': 'liste des actualités',
                'verbose_name_plural': 'listes des actualités',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='NewsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
                ('published_on', models.DateField(default=news.models.news.today, verbose_name='date de l’actualité')),
                ('concerns_one_city', models.BooleanField(default=False, help_text='Un avis local : la clé de cette ville suffit, et la page le dit.', verbose_name='ne concerne que la ville qui l’écrit')),
                ('body', wagtail.fields.StreamField([('text', 0), ('quote', 4), ('picture', 7), ('gallery', 9), ('document', 12), ('call_out', 15), ('key_figures', 20), ('link_list', 25), ('kept_data', 26)], blank=True, block_lookup={0: ('portal.content.blocks.text.TextBlock', (), {}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'Les mots exacts, sans guillemets. Ils ne changent pas d’une variante à l’autre.', 'label': 'Citation'}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Personne citée', 'max_length': 150}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Telle que la personne la porte.', 'label': 'Fonction', 'max_length': 200, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 1), ('speaker', 2), ('office', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Image'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Légende', 'max_length': 250, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Images', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('pictures', 8)]], {}), 10: ('portal.content.blocks.media.FileChooserBlock', (), {'label': 'Document'}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Intitulé', 'max_length': 150}), 12: ('wagtail.blocks.StructBlock', [[('document', 10), ('label', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'Titre', 'max_length': 120, 'required': False}), 14: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ul'], 'label': 'Texte'}), 15: ('wagtail.blocks.StructBlock', [[('heading', 13), ('text', 14)]], {}), 16: ('wagtail.blocks.CharBlock', (), {'label': 'Chiffre', 'max_length': 20}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Ce qu’il compte', 'max_length': 120}), 18: ('wagtail.blocks.StructBlock', [[('value', 16), ('label', 17)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'label': 'Chiffres', 'max_num': 6, 'min_num': 1}), 20: ('wagtail.blocks.StructBlock', [[('figures', 19)]], {}), 21: ('portal.content.blocks.links.LinkedPageChooserBlock', (), {'label': 'Page du portail', 'required': False}), 22: ('wagtail.blocks.URLBlock', (), {'label': 'Adresse d’un autre site', 'required': False}), 23: ('wagtail.blocks.StructBlock', [[('label', 11), ('page', 21), ('url', 22)]], {}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Liens', 'min_num': 1}), 25: ('wagtail.blocks.StructBlock', [[('heading', 13), ('links', 24)]], {}), 26: ('portal.content.blocks.kept_data.KeptDataBlock', (), {})}, verbose_name='texte')),
            ],
            options={
                'verbose_name': 'actualité',
                'verbose_name_plural': 'actualités',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='NewsPageDelegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'délégation dont parle l’actualité',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NewsPageInstitution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'institution dont parle l’actualité',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DelegationCommitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('description', models.TextField(blank=True, max_length=400, verbose_name='engagement')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                ('state', models.CharField(choices=[('planned', 'à venir'), ('under_way', 'en cours'), ('kept', 'tenu'), ('dropped', 'abandonné')], default='planned', max_length=20, verbose_name='état')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'engagement',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]

import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('content', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
            ],
            options={
                'verbose_name': 'page d’accueil',
                'verbose_name_plural': 'pages d’accueil',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='LexiconPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
            ],
            options={
                'verbose_name': 'lexique',
                'verbose_name_plural': 'lexiques',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StandardPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
                ('body', wagtail.fields.StreamField([('text', 0), ('quote', 4), ('picture', 7), ('gallery', 9), ('document', 12), ('call_out', 15), ('key_figures', 20), ('link_list', 25), ('kept_data', 26)], blank=True, block_lookup={0: ('portal.content.blocks.text.TextBlock', (), {}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'Les mots exacts, sans guillemets. Ils ne changent pas d’une variante à l’autre.', 'label': 'Citation'}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Personne citée', 'max_length': 150}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Telle que la personne la porte.', 'label': 'Fonction', 'max_length': 200, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 1), ('speaker', 2), ('office', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Image'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Légende', 'max_length': 250, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Images', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('pictures', 8)]], {}), 10: ('portal.content.blocks.media.FileChooserBlock', (), {'label': 'Document'}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Intitulé', 'max_length': 150}), 12: ('wagtail.blocks.StructBlock', [[('document', 10), ('label', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'Titre', 'max_length': 120, 'required': False}), 14: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ul'], 'label': 'Texte'}), 15: ('wagtail.blocks.StructBlock', [[('heading', 13), ('text', 14)]], {}), 16: ('wagtail.blocks.CharBlock', (), {'label': 'Chiffre', 'max_length': 20}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Ce qu’il compte', 'max_length': 120}), 18: ('wagtail.blocks.StructBlock', [[('value', 16), ('label', 17)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'label': 'Chiffres', 'max_num': 6, 'min_num': 1}), 20: ('wagtail.blocks.StructBlock', [[('figures', 19)]], {}), 21: ('portal.content.blocks.links.LinkedPageChooserBlock', (), {'label': 'Page du portail', 'required': False}), 22: ('wagtail.blocks.URLBlock', (), {'label': 'Adresse d’un autre site', 'required': False}), 23: ('wagtail.blocks.StructBlock', [[('label', 11), ('page', 21), ('url', 22)]], {}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Liens', 'min_num': 1}), 25: ('wagtail.blocks.StructBlock', [[('heading', 13), ('links', 24)]], {}), 26: ('portal.content.blocks.kept_data.KeptDataBlock', (), {})}, verbose_name='texte')),
            ],
            options={
                'verbose_name': 'page',
                'verbose_name_plural': 'pages',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='TimelinePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
            ],
            options={
                'verbose_name': 'chronologie',
                'verbose_name_plural': 'chronologies',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CooperationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Deux ou trois phrases qui disent l’essentiel. On les lit dans les listes et en tête de la page.', max_length=600, verbose_name='chapô')),
                ('released_together', models.BooleanField(default=False, help_text='Une fois approuvée, la page attend que sa variante soit lue. Les deux paraissent au même instant.', verbose_name='publier en même temps que la variante')),
                ('image_alt_text', models.CharField(blank=True, help_text='Ce que montre l’image, pour qui ne la voit pas.', max_length=250, verbose_name='texte de remplacement')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='archivée le')),
                ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image')),
            ],
            options={
                'verbose_name': 'page de la coopération',
                'verbose_name_plural': 'pages de la coopération',
            },
            bases=('wagtailcore.page',),
        ),
    ]

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('search', '0001_full_text'),
        ('twinning', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('word', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('stem', models.CharField(db_index=True, max_length=40)),
                ('shown', models.CharField(max_length=80)),
                ('pages', models.IntegerField(default=0)),
            ],
            options={
                'verbose_name': 'mot cherchable',
                'verbose_name_plural': 'mots cherchables',
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['word'], name='search_word_trigrams', opclasses=['gin_trgm_ops'])],
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_entry', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('translation_key', models.UUIDField(db_index=True)),
                ('locale_code', models.CharField(max_length=10)),
                ('is_alone', models.BooleanField(default=False)),
                ('kind', models.CharField(choices=[('actualites', 'Actualités'), ('delegations', 'Délégations'), ('institutions', 'Institutions'), ('pages', 'Autres pages')], max_length=20)),
                ('happened_on', models.DateField(null=True)),
                ('archived_at', models.DateTimeField(null=True)),
                ('digest', models.CharField(max_length=64)),
                ('text', models.TextField()),
                ('words', models.TextField()),
                ('vector', django.contrib.postgres.search.SearchVectorField(null=True)),
                ('axes', models.ManyToManyField(related_name='+', to='twinning.cooperationaxis')),
                ('city', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='twinning.city')),
            ],
            options={
                'verbose_name': 'page cherchable',
                'verbose_name_plural': 'pages cherchables',
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['vector'], name='search_entry_vector'), models.Index(fields=['locale_code', 'happened_on'], name='search_entry_date')],
            },
        ),
        migrations.CreateModel(
            name='SearchFragment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fragment', models.CharField(max_length=40)),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fragments', to='search.searchword')),
            ],
            options={
                'verbose_name': 'fragment de mot',
                'verbose_name_plural': 'fragments de mots',
                'constraints': [models.UniqueConstraint(fields=('fragment', 'word'), name='search_fragment_once')],
            },
        ),
    ]

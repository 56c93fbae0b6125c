import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AwaitedRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('since', models.DateTimeField(auto_now=True)),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='awaited_release', to=settings.WAGTAIL_PAGE_MODEL)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.revision')),
            ],
            options={
                'verbose_name': 'parution commune',
                'verbose_name_plural': 'parutions communes',
            },
        ),
        migrations.CreateModel(
            name='GlossaryEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term_ca', models.CharField(blank=True, max_length=120, validators=[django.core.validators.RegexValidator('^[^<>{}|\\x00-\\x1f\\x7f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$', 'Un terme s’écrit en toutes lettres, sans balise, accolade ni caractère invisible.')], verbose_name='terme au Québec')),
                ('term_fr', models.CharField(blank=True, max_length=120, validators=[django.core.validators.RegexValidator('^[^<>{}|\\x00-\\x1f\\x7f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$', 'Un terme s’écrit en toutes lettres, sans balise, accolade ni caractère invisible.')], verbose_name='terme en France')),
                ('part', models.CharField(choices=[('noun', 'nom'), ('adjective', 'adjectif'), ('verb', 'verbe'), ('acronym', 'sigle'), ('phrase', 'expression invariable ou nom propre')], default='noun', max_length=10, verbose_name='nature')),
                ('gender_ca', models.CharField(blank=True, choices=[('m', 'masculin'), ('f', 'féminin'), ('e', 'épicène, une seule forme'), ('mf', 'une forme pour chaque genre')], max_length=2, verbose_name='genre au Québec')),
                ('gender_fr', models.CharField(blank=True, choices=[('m', 'masculin'), ('f', 'féminin'), ('e', 'épicène, une seule forme'), ('mf', 'une forme pour chaque genre')], max_length=2, verbose_name='genre en France')),
                ('number_ca', models.CharField(choices=[('s', 'singulier et pluriel'), ('p', 'toujours au pluriel'), ('i', 'invariable')], default='s', max_length=1, verbose_name='nombre au Québec')),
                ('number_fr', models.CharField(choices=[('s', 'singulier et pluriel'), ('p', 'toujours au pluriel'), ('i', 'invariable')], default='s', max_length=1, verbose_name='nombre en France')),
                ('plural_ca', models.CharField(blank=True, max_length=120, validators=[django.core.validators.RegexValidator('^[^<>{}|\\x00-\\x1f\\x7f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$', 'Un terme s’écrit en toutes lettres, sans balise, accolade ni caractère invisible.')], verbose_name='pluriel au Québec')),
                ('plural_fr', models.CharField(blank=True, max_length=120, validators=[django.core.validators.RegexValidator('^[^<>{}|\\x00-\\x1f\\x7f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$', 'Un terme s’écrit en toutes lettres, sans balise, accolade ni caractère invisible.')], verbose_name='pluriel en France')),
                ('policy_to_france', models.CharField(blank=True, choices=[('replace', 'remplacer'), ('propose', 'proposer'), ('gloss', 'gloser'), ('keep', 'garder')], max_length=10, verbose_name='du Québec vers la France')),
                ('policy_to_quebec', models.CharField(blank=True, choices=[('replace', 'remplacer'), ('propose', 'proposer'), ('gloss', 'gloser'), ('keep', 'garder')], max_length=10, verbose_name='de la France vers le Québec')),
                ('definition', models.TextField(blank=True, help_text='En une phrase, pour un citoyen de l’autre rive. Elle paraît dans le lexique et dans les notes.', max_length=300, verbose_name='définition')),
                ('definition_fr', models.TextField(blank=True, help_text='Seulement si le sens y est différent.', max_length=300, verbose_name='définition du terme de France')),
                ('note', models.TextField(blank=True, help_text='Paraît dans le lexique public, sous la définition.', max_length=300, verbose_name='remarque')),
                ('source', models.CharField(blank=True, help_text='Qui le dit : titre, éditeur. Sans source, le lexique le précise.', max_length=300, verbose_name='source')),
                ('state_to_france', models.CharField(choices=[('proposed', 'proposée'), ('approved', 'approuvée'), ('refused', 'refusée')], default='proposed', editable=False, max_length=10, verbose_name='état vers la France')),
                ('state_to_quebec', models.CharField(choices=[('proposed', 'proposée'), ('approved', 'approuvée'), ('refused', 'refusée')], default='proposed', editable=False, max_length=10, verbose_name='état vers le Québec')),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='proposée le')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('proposed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='glossary_entries', to=settings.AUTH_USER_MODEL, verbose_name='proposée par')),
            ],
            options={
                'verbose_name': 'entrée du glossaire',
                'verbose_name_plural': 'entrées du glossaire',
                'ordering': ['term_ca', 'term_fr'],
            },
        ),
        migrations.CreateModel(
            name='GlossaryDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('target', models.CharField(choices=[('fr-CA', 'fr-CA'), ('fr-FR', 'fr-FR')], max_length=5)),
                ('state', models.CharField(choices=[('proposed', 'proposée'), ('approved', 'approuvée'), ('refused', 'refusée')], max_length=10, verbose_name='décision')),
                ('reason', models.TextField(blank=True, max_length=500, verbose_name='raison')),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
                ('reviewer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='glossary_decisions', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='localization.glossaryentry')),
            ],
            options={
                'verbose_name': 'décision sur le glossaire',
                'verbose_name_plural': 'décisions sur le glossaire',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SegmentDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.TextField()),
                ('source_text', models.TextField()),
                ('text', models.TextField()),
                ('state', models.CharField(choices=[('identical', 'identique'), ('adapted', 'adaptée'), ('assumed', 'écart assumé'), ('reopened', 'rouverte'), ('handed_over', 'close à la passation'), ('taken_over', 'reprise à la passation')], max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
                ('reviewer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='segment_decisions', to=settings.AUTH_USER_MODEL)),
                ('translation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='segment_decisions', to='wagtail_localize.translation')),
            ],
            options={
                'verbose_name': 'décision sur un segment',
                'verbose_name_plural': 'décisions sur les segments',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SegmentNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.TextField()),
                ('source_text', models.TextField()),
                ('kind', models.CharField(choices=[('remark', 'note'), ('resolution', 'réglée')], default='remark', max_length=20)),
                ('text', models.TextField(blank=True)),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='segment_notes', to=settings.AUTH_USER_MODEL)),
                ('translation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='segment_notes', to='wagtail_localize.translation')),
            ],
            options={
                'verbose_name': 'note sur un segment',
                'verbose_name_plural': 'notes sur les segments',
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='glossaryentry',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('term_ca'), django.db.models.functions.text.Lower('term_fr'), name='glossary_pair_once', violation_error_message='Cette paire est déjà au glossaire. Modifiez l’entrée qui existe.'),
        ),
        migrations.AddIndex(
            model_name='segmentdecision',
            index=models.Index(fields=['translation', 'id'], name='decision_by_translation'),
        ),
        migrations.AddIndex(
            model_name='segmentnote',
            index=models.Index(fields=['translation', 'id'], name='note_by_translation'),
        ),
    ]

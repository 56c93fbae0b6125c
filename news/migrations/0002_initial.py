import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('content', '0001_initial'),
        ('news', '0001_initial'),
        ('twinning', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='delegationcommitment',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='twinning.city', verbose_name='qui s’engage'),
        ),
        migrations.AddField(
            model_name='delegationcommitment',
            name='proof_document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='content.portaldocument', verbose_name='preuve : un document'),
        ),
        migrations.AddField(
            model_name='delegationcommitment',
            name='proof_page',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='preuve : une actualité'),
        ),
        migrations.AddField(
            model_name='delegationdocument',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='content.portaldocument', verbose_name='document'),
        ),
        migrations.AddField(
            model_name='delegationdocument',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='delegationfunding',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='delegationfunding',
            name='programme',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.fundingprogramme', verbose_name='programme'),
        ),
        migrations.AddField(
            model_name='delegationindexpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='delegationindexpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='delegationmember',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='delegationpage',
            name='axes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='delegation_pages', to='twinning.cooperationaxis', verbose_name='axes de coopération'),
        ),
        migrations.AddField(
            model_name='delegationpage',
            name='host',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations_received', to='twinning.city', verbose_name='ville qui reçoit'),
        ),
        migrations.AddField(
            model_name='delegationpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='delegationpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='delegationpage',
            name='origin',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations_sent', to='twinning.city', verbose_name='ville qui part'),
        ),
        migrations.AddField(
            model_name='delegationmember',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='news.delegationpage'),
        ),
        migrations.AddField(
            model_name='delegationfunding',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='fundings', to='news.delegationpage'),
        ),
        migrations.AddField(
            model_name='delegationdocument',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='news.delegationpage'),
        ),
        migrations.AddField(
            model_name='delegationcommitment',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='news.delegationpage'),
        ),
        migrations.AddField(
            model_name='delegationstop',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='delegationstop',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='news.delegationpage'),
        ),
        migrations.AddField(
            model_name='institutioncontact',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='institutionindexpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='institutionindexpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='institutionpage',
            name='axes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='institution_pages', to='twinning.cooperationaxis', verbose_name='axes de coopération'),
        ),
        migrations.AddField(
            model_name='institutionpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='institutionpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='institutionpage',
            name='programmes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='institution_pages', to='twinning.fundingprogramme', verbose_name='programmes qu’elle soutient'),
        ),
        migrations.AddField(
            model_name='institutionpage',
            name='side',
            field=models.ForeignKey(help_text='La ville dont l’institution est voisine. Pour un ministère, la ville de son pays.', on_delete=django.db.models.deletion.PROTECT, related_name='institutions', to='twinning.city', verbose_name='côté'),
        ),
        migrations.AddField(
            model_name='institutioncontact',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='news.institutionpage'),
        ),
        migrations.AddField(
            model_name='delegationstop',
            name='institution',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.institutionpage', verbose_name='institution rencontrée'),
        ),
        migrations.AddField(
            model_name='delegationmember',
            name='institution',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.institutionpage', verbose_name='institution'),
        ),
        migrations.AddField(
            model_name='newsindexpage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='newsindexpage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='axes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='news_pages', to='twinning.cooperationaxis', verbose_name='axes de coopération'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.portalimage', verbose_name='image'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='lead_city',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville qui écrit'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='programmes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='news_pages', to='twinning.fundingprogramme', verbose_name='programmes de financement'),
        ),
        migrations.AddField(
            model_name='newspagedelegation',
            name='delegation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.delegationpage', verbose_name='délégation'),
        ),
        migrations.AddField(
            model_name='newspagedelegation',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='newspagedelegation',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_delegations', to='news.newspage'),
        ),
        migrations.AddField(
            model_name='newspageinstitution',
            name='institution',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.institutionpage', verbose_name='institution'),
        ),
        migrations.AddField(
            model_name='newspageinstitution',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='newspageinstitution',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_institutions', to='news.newspage'),
        ),
        migrations.AlterUniqueTogether(
            name='delegationfunding',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='delegationdocument',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='delegationcommitment',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='institutioncontact',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='delegationstop',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='delegationmember',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddIndex(
            model_name='newspage',
            index=models.Index(fields=['-published_on', '-page_ptr'], name='news_latest_first'),
        ),
        migrations.AlterUniqueTogether(
            name='newspagedelegation',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='newspageinstitution',
            unique_together={('translation_key', 'locale')},
        ),
    ]

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('letters', '0001_initial'),
        ('twinning', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='follower',
            name='axes',
            field=models.ManyToManyField(blank=True, related_name='+', to='twinning.cooperationaxis', verbose_name='axes suivis'),
        ),
        migrations.AddField(
            model_name='follower',
            name='city',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='twinning.city', verbose_name='ville suivie'),
        ),
        migrations.AddField(
            model_name='toldpage',
            name='follower',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told_pages', to='letters.follower'),
        ),
        migrations.AddConstraint(
            model_name='toldpage',
            constraint=models.UniqueConstraint(fields=('follower', 'page_key'), name='told_once'),
        ),
    ]
